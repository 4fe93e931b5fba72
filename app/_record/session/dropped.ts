let dropped: File | undefined;

/** Keeps a file that was dropped on the page until what opens it takes it: that may not have come yet. */
export function keepDropped(file: File | undefined): void {
  dropped = file;
}

export function takeDropped(): File | undefined {
  const file = dropped;
  dropped = undefined;
  return file;
}

export default function Page() {
  return (
    <main>
      <h1>SLE classification criteria</h1>
      <p>
        This applies classification criteria. It does not diagnose. The diagnosis of SLE must be made by a physician who
        specialises in the disease.
      </p>
    </main>
  );
}

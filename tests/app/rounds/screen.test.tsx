/**
 * The big screen where the app was opened by a name of the network, as behind a proxy that the server knows nothing of.
 * @vitest-environment-options {"url": "https://rounds.example:8443/rounds/present"}
 */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render } from "@testing-library/react";
import { encode } from "uqr";
import { afterEach, expect, test } from "vitest";
import { RoomOnScreen } from "../../../app/rounds/present/_screen/room-on-screen.tsx";
import { view } from "../../../lib/rounds/view.ts";
import { definitions, identity, prepared, roomFor } from "../../rounds/support.ts";

afterEach(cleanup);

test("the QR code and the address lead where the page itself was opened, and no other is offered", () => {
  const room = roomFor(prepared([{ kind: "finding", finding: "malar-rash" }]));
  const known = { room, votes: [], joined: 0, presenterHere: true };
  const { container, getByRole } = render(
    <QueryClientProvider client={new QueryClient()}>
      <RoomOnScreen
        view={view(known, { kind: "presenter" }, definitions, identity)}
        connection="live"
        refresh={async () => undefined}
      />
    </QueryClientProvider>,
  );
  const address = `https://rounds.example:8443/join#${room.code}`;
  expect(container.textContent).toContain("rounds.example:8443/join");
  expect(container.querySelector("select")).toBeNull();
  const drawn = getByRole("img", { name: `QR code of ${address}` })
    .querySelector("path:last-child")
    ?.getAttribute("d");
  const dark = [...(drawn ?? "").matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => [Number(x), Number(y)]);
  const { data } = encode(address, { ecc: "M", border: 4 });
  expect(dark).toEqual(data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [[x, y]] : []))));
});

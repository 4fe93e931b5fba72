/** `npm start`: from a fresh clone to the app in the browser. */
import { get } from "node:http";
import { createServer } from "node:net";
import { build, fail, install, launch, pinnedNode, say, serverArguments, tail } from "./bootstrap.mjs";

function portFromEnvironment() {
  const text = process.env.PORT || "3000";
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  return fail(`PORT is "${text}", which is not a port number: choose one from 1 to 65535, as in PORT=3001 npm start.`);
}

/** Links that other programs show lead there, so a slip is said now and not to a clinician later. */
function checkPublicOrigin() {
  const said = process.env.PUBLIC_ORIGIN;
  if (!said || (URL.canParse(said) && /^https?:$/.test(new URL(said).protocol) && new URL(said).origin === said))
    return;
  fail(`PUBLIC_ORIGIN is "${said}", which is not an origin: as in PUBLIC_ORIGIN=https://criteria.example npm start.`);
}

/** People write there when something is wrong, so a slip is said now; lib/api/operator.ts reads it. */
function checkOperator() {
  const said = process.env.OPERATOR_CONTACT?.trim();
  if (!said) return;
  if (/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s/]\S*|tel:\+?[\d.()-]+)$/.test(said) && URL.canParse(said)) return;
  fail(
    `OPERATOR_CONTACT is "${said}", which is none of mailto:, https:// and tel:, as in OPERATOR_CONTACT=mailto:someone@hospital.example npm start.`,
  );
}

function stopIfTaken(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", ({ code }) =>
      fail(
        code === "EACCES"
          ? `Port ${port} needs more rights than this account has: choose another, as in PORT=3001 npm start.`
          : `Port ${port} is taken by another program: stop that one or choose another port, as in PORT=${port === 65535 ? 3001 : port + 1} npm start.`,
      ),
    );
    probe.listen(port, () => probe.close(resolve));
  });
}

function serve(port) {
  let output = "";
  let ready = false;
  let withheld = false;
  const server = launch(pinnedNode, serverArguments(port), {
    env: { NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [server.stdout, server.stderr]) {
    stream.on("data", (chunk) => {
      if (!ready) output += chunk;
      // What the server prints once it answers may hold what was sent to it, so it is not passed on, whatever it is.
      else if (!withheld) say("The server printed something. It is withheld here, because it may hold what was sent.");
      withheld = ready;
    });
  }
  server.on("error", ({ message }) => fail(`The server could not be started: ${message}.`));
  server.on("close", (code, signal) => {
    if (signal === "SIGTERM" || signal === "SIGINT" || code === 0 || code === 130 || code === 143) process.exit(0);
    say(tail(output));
    fail("The server stopped by itself; its last lines are above.");
  });

  const knock = () => {
    const request = get({ host: "localhost", port, path: "/" }, (response) => {
      response.resume();
      ready = true;
      console.log(`Ready: http://localhost:${port} (Ctrl+C stops it)`);
    });
    request.on("error", () => setTimeout(knock, 100));
  };
  knock();
}

const port = portFromEnvironment();
checkPublicOrigin();
checkOperator();
// Asked before the long work, so that nobody waits for an answer known from the start.
await stopIfTaken(port);
await install();
const built = await build();
if (!built.ok) {
  say(tail(built.output));
  fail("The app could not be built; the last lines of the build are above.");
}
serve(port);

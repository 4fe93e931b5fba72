import { z } from "zod";

/** Zod tries out whether it may compile code; the security policy forbids it, and a browser reports the attempt. */
z.config({ jitless: true });

export { z };

import "./jitless.ts";

export { z } from "zod";

/** A thread that scores parts of a cohort; what it runs is kept ready to run as for the command itself (cohort.mjs). */
import { enableCompileCache } from "node:module";
import { workerData } from "node:worker_threads";

if (workerData.ready) enableCompileCache(workerData.ready);
await import("./scorer-thread.ts");

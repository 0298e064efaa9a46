// What a server process and the process that measures it say to each other.

export type ToChild = "cpu" | "memory" | "stop";

export type FromChild =
  | { readonly kind: "listening"; readonly url: string }
  | { readonly kind: "cpu"; readonly milliseconds: number }
  | ({ readonly kind: "memory" } & Memory);

/** Of a process after a collection. */
export interface Memory {
  /** All that it holds of the machine's memory. */
  readonly residentMiB: number;
  /** What of that is JavaScript's. */
  readonly heapMiB: number;
}

/** The options that the parent gave; their type is a matter between the two. */
export function optionsFromParent(): unknown {
  return JSON.parse(process.argv[2] ?? "{}");
}

/** Says where the server listens, then answers the parent until it says stop, or is gone. */
export function linkToParent(url: string, stop: () => Promise<void>): void {
  process.on("message", (message: ToChild) => {
    if (message === "cpu") {
      const { user, system } = process.cpuUsage();
      say({ kind: "cpu", milliseconds: (user + system) / 1000 });
    } else if (message === "memory") {
      globalThis.gc?.();
      const { rss, heapUsed } = process.memoryUsage();
      say({ kind: "memory", residentMiB: rss / 2 ** 20, heapMiB: heapUsed / 2 ** 20 });
    } else process.disconnect();
  });
  process.once("disconnect", () => {
    void stop();
  });
  say({ kind: "listening", url });
}

function say(message: FromChild): void {
  process.send?.(message);
}

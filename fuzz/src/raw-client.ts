// Bytes to the server, answers back: many on one connection in order, or one that may be no request at all.

import { connect } from "node:net";
import type { Socket } from "node:net";

export interface RawAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** How long an answer may take before the server counts as hung. */
const answerMillisecondsMax = 20_000;
/** How long bytes that may lack their end are given before the client says that no more will come. */
const patienceMilliseconds = 60;

export class RawClient {
  readonly #port: number;
  #kept: Socket | undefined;

  constructor(url: string) {
    this.#port = Number(new URL(url).port);
  }

  /** Pipelines all on a connection that is kept. Undefined for what was not answered before the connection ended. */
  async pipeline(requests: readonly Buffer[]): Promise<readonly (RawAnswer | undefined)[]> {
    this.#kept ??= this.#connect();
    const socket = this.#kept;
    const reading = answersOn(socket, requests.length);
    socket.write(Buffer.concat(requests));
    const { answers, ended } = await reading;
    if (ended || answers.at(-1)?.headers.get("connection") === "close") {
      this.#kept = undefined;
      socket.destroy();
    }
    return requests.map((_, index) => answers[index]);
  }

  /** On a connection of its own, to its end. */
  async alone(bytes: Buffer): Promise<readonly RawAnswer[]> {
    const socket = this.#connect();
    let timer = setTimeout(() => socket.end(), patienceMilliseconds);
    const reading = answersOn(socket, Infinity, () => {
      clearTimeout(timer);
      timer = setTimeout(() => socket.end(), patienceMilliseconds / 3);
    });
    socket.write(bytes);
    try {
      const { answers } = await reading;
      return answers;
    } finally {
      clearTimeout(timer);
      socket.destroy();
    }
  }

  close(): void {
    this.#kept?.destroy();
  }

  #connect(): Socket {
    const socket = connect({ port: this.#port, host: "127.0.0.1", allowHalfOpen: true, noDelay: true });
    // Whatever breaks a connection, it closes, and that is listened for.
    return socket.on("error", () => undefined);
  }
}

/** Thrown where the server neither answers nor closes. */
export class Hung extends Error {
  override readonly name = "Hung";
}

async function answersOn(
  socket: Socket,
  wanted: number,
  onAnswer: () => void = () => undefined,
): Promise<{ readonly answers: readonly RawAnswer[]; readonly ended: boolean }> {
  return new Promise((resolve, reject) => {
    const answers: RawAnswer[] = [];
    let received: Buffer = Buffer.alloc(0);
    const leave = (): void => {
      clearTimeout(timer);
      socket.off("data", read).off("end", finish).off("close", finish);
    };
    const finish = (): void => {
      leave();
      socket.destroy();
      resolve({ answers, ended: true });
    };
    const read = (chunk: Buffer): void => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      for (;;) {
        const next = readAnswer(received);
        if (next === undefined) return;
        received = received.subarray(next.length);
        if (next.answer.status === 100) continue;
        answers.push(next.answer);
        onAnswer();
        // Pipelined answers are all that was asked for; more of them would be somebody else's.
        if (answers.length >= wanted && received.length === 0) {
          leave();
          return resolve({ answers, ended: false });
        }
      }
    };
    const timer = setTimeout(() => {
      leave();
      socket.destroy();
      const got = answers.length;
      reject(
        new Hung(
          `neither an answer nor an end within ${answerMillisecondsMax / 1000} s, ${got} answers before`,
        ),
      );
    }, answerMillisecondsMax);
    socket.on("data", read).on("end", finish).on("close", finish);
  });
}

const headEnd = Buffer.from("\r\n\r\n");

/** Undefined while there is more to come. */
function readAnswer(received: Buffer): { readonly answer: RawAnswer; readonly length: number } | undefined {
  const at = received.indexOf(headEnd);
  if (at < 0) return undefined;
  const [first = "", ...lines] = received.toString("latin1", 0, at).split("\r\n");
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1] ?? Number.NaN);
  const start = at + headEnd.length;
  // An answer to HEAD says the length of a body that does not follow.
  const isBare = received.toString("latin1", start, start + 9) === "HTTP/1.1 ";
  const length = start + (isBare ? 0 : Number(headers.get("content-length") ?? 0));
  if (received.length < length) return undefined;
  return { answer: { status, headers, body: received.toString("utf8", start, length) }, length };
}

// The smallest client of the API: signs by itself and keeps its connections, so that it is no slower than the server.

import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";

/** An answer that came whole. */
export interface Answer {
  readonly status: number;
  readonly requestId: string;
  readonly output: Readonly<Record<string, unknown>>;
}

const contentType = "application/x-amz-json-1.1";
const signedHeaders = "content-type;host;x-amz-date;x-amz-target";

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

export class ApiClient {
  readonly #url: URL;
  readonly #accessKeyId: string;
  readonly #secretAccessKey: string;
  readonly #agent = new Agent({ keepAlive: true });

  /** With the keys of the data directory's `credentials` file. */
  constructor(url: string, dataDirectory: string) {
    this.#url = new URL(url);
    const text = readFileSync(join(dataDirectory, "credentials"), "utf8");
    const read = (name: string): string => new RegExp(`^${name} = (.*)$`, "m").exec(text)?.[1] ?? "";
    this.#accessKeyId = read("aws_access_key_id");
    this.#secretAccessKey = read("aws_secret_access_key");
  }

  /** Rejects when the connection ends before the answer. */
  async call(operation: string, input: object): Promise<Answer> {
    const body = JSON.stringify(input);
    const { hostname, port } = this.#url;
    return new Promise((resolve, reject) => {
      const headers = { ...this.#sign(operation, body), "content-length": Buffer.byteLength(body) };
      const sent = request({ hostname, port, method: "POST", headers, agent: this.#agent }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        answer.on("error", reject);
        answer.on("end", () => {
          const requestId = String(answer.headers["x-amzn-requestid"]);
          const output = JSON.parse(text) as Record<string, unknown>;
          resolve({ status: answer.statusCode ?? 0, requestId, output });
        });
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }

  /** The output of a call that must succeed. */
  async must<Output>(operation: string, input: object): Promise<Output> {
    const { status, output } = await this.call(operation, input);
    if (status === 200) return output as Output;
    throw new Error(`${operation} was refused: ${JSON.stringify(output)}`);
  }

  destroy(): void {
    this.#agent.destroy();
  }

  #sign(operation: string, body: string): Record<string, string> {
    const { host } = this.#url;
    const target = `AWSOrganizationsV20161128.${operation}`;
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    const date = stamp.slice(0, 8);
    const scope = `${date}/us-east-1/organizations/aws4_request`;
    const canonical = [
      "POST",
      "/",
      "",
      `content-type:${contentType}`,
      `host:${host}`,
      `x-amz-date:${stamp}`,
      `x-amz-target:${target}`,
      "",
      signedHeaders,
      hash(body),
    ].join("\n");
    const key = ["us-east-1", "organizations", "aws4_request"].reduce<Buffer>(
      hmac,
      hmac(`AWS4${this.#secretAccessKey}`, date),
    );
    const signature = hmac(key, `AWS4-HMAC-SHA256\n${stamp}\n${scope}\n${hash(canonical)}`).toString("hex");
    const credential = `${this.#accessKeyId}/${scope}`;
    return {
      host,
      "content-type": contentType,
      "x-amz-date": stamp,
      "x-amz-target": target,
      authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
    };
  }
}

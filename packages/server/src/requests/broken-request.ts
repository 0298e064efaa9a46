// What is said of bytes that are no request, by the error of Node's parser.

import { headTooLarge, tooSlow, unreadable } from "./refusal.js";
import type { Refusal } from "./refusal.js";

const because = (message: string): Refusal => ({ ...unreadable, message });

const badLength = because("the body's length is given twice, or is no number; send one `content-length`");
const cutOff = because("the connection ended in the middle of a request; send it again, whole");

const refusals: ReadonlyMap<string | undefined, Refusal> = new Map([
  ["ERR_HTTP_REQUEST_TIMEOUT", tooSlow],
  ["HPE_CHUNK_EXTENSIONS_OVERFLOW", headTooLarge],
  ["HPE_HEADER_OVERFLOW", headTooLarge],
  [
    "HPE_CLOSED_CONNECTION",
    because("bytes follow the last request of this connection; open another for more"),
  ],
  [
    "HPE_INVALID_CHUNK_SIZE",
    because("a chunk of the body does not begin with its size in hexadecimal digits"),
  ],
  ["HPE_INVALID_CONTENT_LENGTH", badLength],
  ["HPE_UNEXPECTED_CONTENT_LENGTH", badLength],
  ["HPE_INVALID_EOF_STATE", cutOff],
  [
    "HPE_INVALID_HEADER_TOKEN",
    because("a header has a character that no header may have; check names and values"),
  ],
  [
    "HPE_INVALID_METHOD",
    because(
      "where a request should begin is no method of HTTP; send plain HTTP, and check the `content-length` of the request before it",
    ),
  ],
  [
    "HPE_INVALID_TRANSFER_ENCODING",
    because("send the body with `content-length`, or with `transfer-encoding: chunked` alone"),
  ],
  ["HPE_LF_EXPECTED", because("a line of the head ends in a CR without LF; end each in both")],
  ["HPE_STRICT", because("a chunk of the body is longer than it says")],
  ["HPE_INVALID_URL", because("the path has a character that no path may have, percent-encode it")],
  ["HPE_INVALID_VERSION", because("the request line does not end in `HTTP/1.1`, CR and LF")],
]);

/** Never what the parser itself says. */
export function brokenRequest({ code }: NodeJS.ErrnoException): Refusal {
  return refusals.get(code) ?? unreadable;
}

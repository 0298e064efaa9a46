// Answers under `/v1`: JSON, or an error with a code.

interface OperatorErrorBody {
  readonly error?: { readonly code?: string; readonly message?: string; readonly place?: string };
  readonly requestId?: string;
}

/** An answer that was an error. Its `name` is the code, as with the SDK's errors, so that `apiError` reads both. */
class OperatorFailure extends Error {
  readonly $metadata: { readonly requestId?: string; readonly httpStatusCode: number };
  readonly place: string | undefined;

  constructor(status: number, { error, requestId }: OperatorErrorBody) {
    super(error?.message ?? `the server answered ${status}`);
    this.name = error?.code ?? `Http${status}`;
    this.place = error?.place;
    this.$metadata = { httpStatusCode: status, ...(requestId === undefined ? {} : { requestId }) };
  }
}

export async function readOperatorAnswer<Output>(response: Response): Promise<Output> {
  const text = await response.text();
  let body: unknown;
  try {
    body = text === "" ? {} : JSON.parse(text);
  } catch {
    body = {};
  }
  if (!response.ok) throw new OperatorFailure(response.status, body as OperatorErrorBody);
  return body as Output;
}

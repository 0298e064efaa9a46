// Why a file cannot be used, in words.

const words: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a directory; name its files",
  EACCES: "this user has no permission",
};

/** The system's own words where we have none. */
export function fileProblem(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return words[code] ?? error.message;
}

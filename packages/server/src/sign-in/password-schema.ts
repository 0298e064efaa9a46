// The passwords that can be set, in JSON Schema: what the service model of IAM lets a login profile have.

export const newPasswordSchema = {
  type: "string",
  description: "1 to 128 characters from U+0020 to U+00FF, tabs and line ends",
  minLength: 1,
  maxLength: 128,
  pattern: "^[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+$",
} as const;

// The OpenAPI description of the routes under `/v1`.

import { openApiPaths } from "./open-api-paths.js";
import { openApiSchemas } from "./open-api-schemas.js";

const signing =
  "AWS Signature Version 4 for the service `withhold`, any region, with an access key or with temporary credentials. " +
  "The body is part of what is signed.";

export const openApiDocument = {
  openapi: "3.1.0",
  info: {
    title: "Withhold operator API",
    version: "1",
    description: "What AWS has no call for. Everything else is AWS's own API, at `POST /`.",
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  },
  paths: openApiPaths,
  components: {
    schemas: openApiSchemas,
    securitySchemes: {
      sigv4: { type: "apiKey", in: "header", name: "Authorization", description: signing },
    },
  },
} as const;

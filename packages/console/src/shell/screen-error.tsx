// When a screen itself fails: what happened, and a way on. What the server holds is not affected.

import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import type { ReactElement } from "react";
import { useRouteError } from "react-router";
import { apiError } from "../api/api-error.js";

export function ScreenError(): ReactElement {
  const { code, message } = apiError(useRouteError());
  return (
    <Alert
      type="error"
      header="This page could not be shown"
      action={<Button onClick={() => location.reload()}>Load the page again</Button>}
    >
      {message} ({code}). Nothing on the server has changed. Loading the page again signs you out.
    </Alert>
  );
}

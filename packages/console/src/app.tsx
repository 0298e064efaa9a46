// The console: who is signed in, what the API said, and the screens.

import { I18nProvider } from "@cloudscape-design/components/i18n";
import messages from "@cloudscape-design/components/i18n/messages/all.en";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import type { ReactElement } from "react";
import { RouterProvider } from "react-router/dom";
import { apiError, isTransient } from "./api/api-error.js";
import { router } from "./router.js";
import { FlashProvider } from "./shell/flash.js";
import { SessionProvider } from "./session/session-context.js";

const triesMax = 3;

function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < triesMax && isTransient(apiError(error)),
      },
      mutations: { retry: false },
    },
  });
}

export function App(): ReactElement {
  const [queries] = useState(newQueryClient);
  return (
    <I18nProvider locale="en" messages={[messages]}>
      <QueryClientProvider client={queries}>
        <SessionProvider>
          <FlashProvider>
            <RouterProvider router={router} />
          </FlashProvider>
        </SessionProvider>
      </QueryClientProvider>
    </I18nProvider>
  );
}

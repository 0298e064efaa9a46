// Choosing an AI service; the address holds which.

import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import type { ServiceRow } from "@withhold/policy";
import type { ReactElement } from "react";
import { useAddressWord } from "../../elements/address-state.js";
import { serviceLabel, serviceOfWord, serviceWord } from "../service-words.js";

export function useChosenService(rows: readonly ServiceRow[]): ServiceRow {
  const [word] = useAddressWord("service");
  return serviceOfWord(rows, word);
}

export function ServicePicker({ rows }: { readonly rows: readonly ServiceRow[] }): ReactElement {
  const [, setWord] = useAddressWord("service");
  const chosen = useChosenService(rows);
  return (
    <FormField label="AI service">
      <Select
        options={rows.map(optionOf)}
        selectedOption={optionOf(chosen)}
        onChange={({ detail }) => setWord(detail.selectedOption.value)}
        filteringType="auto"
        filteringAriaLabel="Find services"
      />
    </FormField>
  );
}

interface ServiceOption {
  readonly value: string;
  readonly label: string;
  readonly labelTag?: string;
}

function optionOf(row: ServiceRow): ServiceOption {
  return {
    value: serviceWord(row),
    label: serviceLabel(row),
    ...(row.kind === "service" ? { labelTag: row.key } : {}),
  };
}

// The policies of one type on the way to a node, with where each is attached.

import type { PolicySummary } from "@aws-sdk/client-organizations";
import { useMemo } from "react";
import type { ReactElement } from "react";
import { ActionButton } from "../../elements/action-button.js";
import { ErrorAlert } from "../../elements/error-alert.js";
import { ResourceTable } from "../../elements/resource-table.js";
import type { ResourceColumn } from "../../elements/resource-table.js";
import { ScreenLink } from "../../elements/screen-link.js";
import { paths, typeSegment } from "../../paths.js";
import type { NodeRow, NodeRows } from "../node-rows.js";
import { enabledTypeName } from "../enabled-types.js";
import { ancestorsOf } from "../tree-view.js";
import { useAttached } from "../use-attached.js";
import type { AttachedLevel } from "../use-attached.js";
import { AddressLink } from "../address-link.js";

interface AttachedPoliciesProps {
  readonly type: string;
  readonly rows: NodeRows;
  readonly node: NodeRow;
  readonly onAttach: (attachedIds: readonly string[]) => void;
  readonly onDetach: (policy: PolicySummary) => void;
}

interface AttachedPolicy {
  readonly id: string;
  /** Root first, and at each level the first attached first; padded, so that it sorts as it counts. */
  readonly order: string;
  readonly policy: PolicySummary;
  readonly level: NodeRow;
  readonly isHere: boolean;
}

const idOf = ({ id }: AttachedPolicy): string => id;

export function AttachedPolicies(props: AttachedPoliciesProps): ReactElement {
  const { type, rows, node, onAttach, onDetach } = props;
  const nodes = useMemo(
    () => [...ancestorsOf(rows, node.id).toReversed(), node.id].flatMap((id) => rows.byId.get(id) ?? []),
    [rows, node.id],
  );
  const levels = useAttached(type, nodes);
  const attached = attachedPolicies(levels, node);
  const here = attached.filter(({ isHere }) => isHere).map(({ policy }) => policy.Id ?? "");
  const columns = useMemo(() => columnsFor(type, node, onDetach), [type, node, onDetach]);
  const name = enabledTypeName(type);
  return (
    <>
      {levels.map(
        ({ node: { id, name }, error }) =>
          error !== undefined && (
            <ErrorAlert key={id} error={error} header={`What is attached to ${name} could not be read`} />
          ),
      )}
      <ResourceTable
        noun={["policy", "policies"]}
        name={`${typeSegment(type)}-`}
        title={name}
        variant="borderless"
        items={attached}
        idOf={idOf}
        columns={columns}
        isLoading={levels.some(({ policies, error }) => policies === undefined && error === undefined)}
        empty="No policy of this type is attached here or above. Attach one."
        actions={
          <ActionButton
            operation="AttachPolicy"
            input={{ TargetId: node.id }}
            ariaLabel={`Attach one of the ${name}`}
            onClick={() => onAttach(here)}
          >
            Attach
          </ActionButton>
        }
      />
    </>
  );
}

function attachedPolicies(levels: readonly AttachedLevel[], node: NodeRow): readonly AttachedPolicy[] {
  const all = levels.flatMap(({ node: level, policies = [] }) =>
    policies.map((policy) => ({ level, policy })),
  );
  return all.map(({ level, policy }, index) => ({
    id: `${policy.Id} ${level.id}`,
    order: String(index + 1).padStart(2, " "),
    policy,
    level,
    isHere: level.id === node.id,
  }));
}

function columnsFor(
  type: string,
  node: NodeRow,
  onDetach: (policy: PolicySummary) => void,
): readonly ResourceColumn<AttachedPolicy>[] {
  return [
    { id: "order", header: "Order", minWidth: 90, value: ({ order }) => order },
    {
      id: "policy",
      minWidth: 150,
      header: "Policy",
      value: ({ policy }) => policy.Name ?? "",
      cell: ({ policy }) => (
        <ScreenLink to={paths.policy(type, policy.Id ?? "")}>{policy.Name ?? policy.Id}</ScreenLink>
      ),
      isRowHeader: true,
    },
    {
      id: "from",
      minWidth: 140,
      header: "From",
      value: ({ isHere, level }) => (isHere ? "Attached here" : `Inherited from ${level.name}`),
      cell: ({ isHere, level }) =>
        isHere ? (
          "Attached here"
        ) : (
          <>
            Inherited from <AddressLink words={{ selected: level.id }}>{level.name}</AddressLink>
          </>
        ),
    },
    {
      id: "detach",
      isControl: true,
      header: "Change",
      minWidth: 110,
      value: () => "",
      cell: ({ isHere, policy, level }) => (
        <ActionButton
          operation="DetachPolicy"
          input={{ PolicyId: policy.Id, TargetId: node.id }}
          variant="inline-link"
          because={isHere ? undefined : `It is attached to ${level.name}; detach it there`}
          ariaLabel={`Detach ${policy.Name ?? policy.Id ?? ""}`}
          onClick={() => onDetach(policy)}
        >
          Detach
        </ActionButton>
      ),
    },
  ];
}

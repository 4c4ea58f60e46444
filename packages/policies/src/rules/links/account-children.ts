import { grouped, perStack, type Stack, type StackResource } from "../../rule";

const ACCOUNT = "cognitiveservices:Account";

/**
 * What stands for the account that a deployment or content filter belongs to: its URN, or where it is not in the stack
 * the name that the program wrote; undefined where neither is known.
 */
export function accountOf(child: StackResource, stack: Stack): string | undefined {
  const link = stack.linked(child, "accountName", ACCOUNT, ["accountName", "name"]);
  return link.to?.urn ?? child.at("accountName").text?.toLowerCase();
}

/** The model deployments of an account. */
export function deploymentsOf(account: StackResource, stack: Stack): readonly StackResource[] {
  return deploymentsByAccount(stack).get(account.urn) ?? [];
}

const deploymentsByAccount = perStack((stack) =>
  grouped(stack.ofType("cognitiveservices:Deployment"), (deployment) => accountOf(deployment, stack)),
);

/** Resources of a type under a key of theirs: their name, their model. */
export interface ChildIndex {
  /** Those of the same account as `sibling`; of any where the account of one of them is not known. */
  find(sibling: StackResource, key: string): Iterable<StackResource>;
}

/** Looks up the children of accounts by one of their keys, without regard to case. */
export function childrenBy(
  type: string,
  keysOf: (child: StackResource) => readonly (string | undefined)[],
): (stack: Stack) => ChildIndex {
  return perStack((stack) => {
    const all = stack
      .ofType(type)
      .flatMap((child) =>
        keysOf(child).flatMap((key) => (key === undefined ? [] : [{ child, key: key.toLowerCase() }])),
      );
    const byKey = grouped(all, ({ key }) => key);
    const byAccount = grouped(all, ({ child, key }) => `${accountOf(child, stack) ?? ""} ${key}`);
    return {
      *find(sibling, key) {
        const account = accountOf(sibling, stack);
        const wanted = key.toLowerCase();
        const lists =
          account === undefined
            ? [byKey.get(wanted)]
            : [byAccount.get(`${account} ${wanted}`), byAccount.get(` ${wanted}`)];
        for (const list of lists) for (const { child } of list ?? []) if (child !== sibling) yield child;
      },
    };
  });
}

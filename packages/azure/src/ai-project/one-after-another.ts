import type * as pulumi from "@pulumi/pulumi";

/** Creates a resource with the given options. */
type Create<R extends pulumi.Resource> = (opts: pulumi.CustomResourceOptions) => R;

/**
 * Lets each resource wait for the one before it, at creation, update and, the other way round, deletion: Azure answers
 * 409 RequestConflict when two children of one account change at a time.
 */
export function oneAfterAnother(first: pulumi.Resource, parent: pulumi.Resource) {
  let last = first;
  return <R extends pulumi.Resource>(create: Create<R>): R => {
    const created = create({ parent, dependsOn: [last] });
    last = created;
    return created;
  };
}

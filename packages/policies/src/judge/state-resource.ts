import { PlannedResource, StackResource } from "../rule";
import { plain } from "./plain";

/** A resource of a stack's state. What the testing harness completes is one too. */
export interface StateResource {
  /** The type's token, in any form: `azure-native:keyvault:Secret`. */
  readonly type: string;
  readonly urn: string;
  /** Its name in the program; the URN's last part if left out. */
  readonly name?: string;
  /**
   * Its inputs, as Pulumi's protocol writes values: of a secret, which is a signed object, the value is judged, and
   * what is not known is one of the protocol's marks.
   */
  readonly props: Readonly<Record<string, unknown>>;
  /** Its outputs, which stack rules see; the inputs if left out. */
  readonly outputs?: Readonly<Record<string, unknown>>;
  /** The URN of its parent. */
  readonly parent?: string | undefined;
  /** The URNs of the resources that each property was made from. */
  readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
}

/** A resource as both kinds of rules read it. */
export interface ReadableResource {
  readonly planned: PlannedResource;
  readonly inStack: StackResource;
}

/** Makes resources readable; their values are unpacked once. */
export function readable(resources: readonly StateResource[]): ReadableResource[] {
  const urns = new Set(resources.map(({ urn }) => urn));
  return resources.map((resource) => {
    const { type: token, urn, name = urn.slice(urn.lastIndexOf("::") + 2), props, outputs: given, parent } = resource;
    const inputs = plain(props);
    const outputs = given === undefined || given === props ? inputs : plain(given);
    const madeFrom = existing(resource.propertyDependencies, urns);
    return {
      planned: new PlannedResource(token, urn, name, inputs),
      inStack: new StackResource({
        token,
        urn,
        name,
        outputs,
        inputs,
        madeFrom,
        ...(parent !== undefined && urns.has(parent) && { parent }),
      }),
    };
  });
}

/** What properties were made from, as far as it is in the stack. */
function existing(
  dependencies: StateResource["propertyDependencies"] = {},
  urns: ReadonlySet<string>,
): Record<string, { urn: string }[]> {
  const madeFrom: Record<string, { urn: string }[]> = {};
  for (const [property, sources] of Object.entries(dependencies))
    madeFrom[property] = sources.filter((urn) => urns.has(urn)).map((urn) => ({ urn }));
  return madeFrom;
}

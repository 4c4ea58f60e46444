import * as pulumi from "@pulumi/pulumi";
import { notOneOf, type Problem } from "@ringfence/core/problems";
import { rowProblems } from "../refuse/rows";

/** What kind of identity a principal is. */
export const PrincipalType = { ServicePrincipal: "ServicePrincipal", Group: "Group", User: "User" } as const;
export type PrincipalType = (typeof PrincipalType)[keyof typeof PrincipalType];

/** Somebody or something that gets a role. */
export interface PrincipalArgs {
  /** The object id in Entra; for an application that of its service principal, not the application's own id. */
  principalId: pulumi.Input<string>;
  /** ServicePrincipal (applications and managed identities), Group or User; ServicePrincipal if left out. */
  principalType?: PrincipalType;
  /**
   * A short name for who it is, in lower case with hyphens, unique in its list: `claims-api`. Role assignments are
   * told apart by it. If left out, the id is used where it is plain text, else the place in the list; so name
   * principals whose ids are outputs when the list is likely to change.
   */
  name?: string;
}

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const OBJECT_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What tells a principal apart from the others in its list; the same at every deployment. */
export function principalKey({ name, principalId }: PrincipalArgs, index: number): string {
  if (name !== undefined) return name;
  return typeof principalId === "string" ? principalId.toLowerCase() : String(index + 1);
}

/** Everything wrong with a list of principals. */
export function principalProblems(principals?: readonly PrincipalArgs[]): Problem[] {
  return rowProblems(principals, ["principalType", "name"], (principal, earlier) => {
    const { principalId, principalType, name } = principal;
    const problems: Problem[] = [];
    const refuse = (path: keyof PrincipalArgs, problem: string) => problems.push({ path, problem });
    if (principalId === undefined || principalId === null) refuse("principalId", "missing; the object id in Entra");
    else if (!pulumi.Output.isInstance(principalId) && !isObjectId(principalId))
      refuse("principalId", `${JSON.stringify(principalId)} is not an object id, which is a UUID`);
    if (principalType !== undefined && !Object.values(PrincipalType).includes(principalType))
      refuse("principalType", notOneOf(principalType, Object.values(PrincipalType)));
    if (name !== undefined && !NAME.test(name))
      refuse("name", `${JSON.stringify(name)} is not made of lower-case letters, digits and single hyphens`);
    const key = principalKey(principal, earlier.length);
    if (earlier.map(principalKey).includes(key))
      refuse(name === undefined ? "principalId" : "name", `${JSON.stringify(key)} is in the list twice`);
    return problems;
  });
}

/** A promise is as good as an output: its value is not known yet. */
function isObjectId(id: pulumi.Input<string>): boolean {
  return typeof id === "string" ? OBJECT_ID.test(id) : id instanceof Promise;
}

import { nameProblems } from "@ringfence/core/naming";
import { notOneOf, type Problem, under } from "@ringfence/core/problems";
import { RoleName } from "@ringfence/core/roles";
import { isRepeated, rowProblems } from "../refuse/rows";
import { type ConnectionArgs, ConnectionCategory } from "./connection";

/** Everything wrong with a list of connections. */
export function connectionProblems(connections?: readonly ConnectionArgs[]): Problem[] {
  return rowProblems(connections, ["name", "category"], (connection, earlier) => {
    const { name, category, target, resourceId, roles } = connection;
    const problems: Problem[] = [];
    const refuse = (path: string, problem: string) => problems.push({ path, problem });
    if (name === undefined) refuse("name", "missing; agents and tools name the connection by it");
    else if (isRepeated(name, earlier)) refuse("name", `${JSON.stringify(name)} is in the list twice`);
    else problems.push(...under("name", nameProblems("aiConnection", name)));
    if (!Object.values(ConnectionCategory).includes(category))
      refuse("category", notOneOf(category, Object.values(ConnectionCategory)));
    if (!target) refuse("target", "missing; the service's address");
    for (const [place, role] of (Array.isArray(roles) ? roles : []).entries())
      if (!Object.values(RoleName).includes(role))
        refuse(`roles[${place}]`, `${JSON.stringify(role)} is not a built-in role that Ringfence knows; see RoleName`);
    if (roles !== undefined && !Array.isArray(roles)) refuse("roles", `${JSON.stringify(roles)} is not a list`);
    if (roles !== undefined && resourceId === undefined) refuse("resourceId", "missing; the roles are assigned there");
    return problems;
  });
}

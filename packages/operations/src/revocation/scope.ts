import type { Problem } from "@ringfence/core/problems";
import type { RotatedSecret } from "../rotation";

/** What a person names: exactly one of the three. */
export interface RevocationScope {
  /** One secret, by its name. */
  readonly secret?: string;
  /** Every secret of one service, by its Azure id or address. */
  readonly service?: string;
  /** Every secret of the ring, by the ring's name, so that it is not done by mistake in another one. */
  readonly ring?: string;
  readonly version?: string;
}

/** The secrets that are meant, or what is wrong with the question. */
export function scopeOf(
  scope: RevocationScope,
  secrets: readonly RotatedSecret[],
  ring: string,
): { readonly secrets: readonly RotatedSecret[] } | { readonly problems: readonly Problem[] } {
  const given = [scope.secret, scope.service, scope.ring].filter((one) => one !== undefined);
  if (given.length !== 1)
    return problem("--secret", `give one of --secret, --service and --ring; ${given.length} are given`);
  if (scope.version !== undefined && scope.secret === undefined)
    return problem("--version", "a version belongs to one secret; give --secret too");
  if (scope.ring !== undefined)
    return scope.ring === ring
      ? { secrets }
      : problem("--ring", `${JSON.stringify(scope.ring)} is not this ring, which is ${ring}`);
  const found = secrets.filter(({ name, owner }) =>
    scope.secret !== undefined ? same(name, scope.secret) : same(owner, scope.service ?? ""),
  );
  if (found.length > 0) return { secrets: found };
  const names = secrets.map(({ name, owner }) => (scope.secret !== undefined ? name : owner)).join(", ");
  const path = scope.secret !== undefined ? "--secret" : "--service";
  return problem(
    path,
    `${JSON.stringify(scope.secret ?? scope.service)} is none that the jobs renew: ${names || "they renew none"}; what people renew, they revoke where it was issued`,
  );
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function problem(path: string, text: string): { readonly problems: readonly Problem[] } {
  return { problems: [{ path, problem: text }] };
}

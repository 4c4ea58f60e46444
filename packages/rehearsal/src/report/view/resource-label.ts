import { urnParts } from "./urn";

/** How a report names a resource. */
export interface ResourceLabel {
  name: string;
  /** The type as people say it: `keyvault:Vault`, whatever form its token has. */
  type: string;
  urn: string;
}

/** Names a resource by its URN alone, so that a verdict about an unlisted resource can be shown too. */
export function labelOf(urn: string): ResourceLabel {
  const parts = urnParts(urn);
  if (!parts) return { name: urn, type: "", urn };
  return { name: parts.name, type: shortType(parts.qualifiedType.split("$").at(-1) ?? ""), urn };
}

/**
 * A type token as people say it. Azure's types lose their package and API version, in all three forms
 * (`azure-native:keyvault:Vault`, `azure-native:keyvault/v20240501:Vault`,
 * `azure-native_keyvault_v20240501:keyvault:Vault`); other packages keep their name.
 */
export function shortType(token: string): string {
  const [pkg, module, type, ...rest] = token.split(":");
  if (pkg === undefined || module === undefined || type === undefined || rest.length > 0) return token;
  if (/^azure-native(_|$)/.test(pkg)) return `${module.replace(/\/v\d.*$/, "")}:${type}`;
  const place = module.replace(new RegExp(`/${lowerFirst(type)}$`), "");
  return place === "index" || place === pkg ? `${pkg}:${type}` : `${pkg}:${place}:${type}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/[^\w]/g, ".");
}

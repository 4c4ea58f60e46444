import { RestRefusal } from "../http/rest-refusal";
import { apiVersionsOf } from "./known-api-versions";

const FORM = /^\d{4}-\d{2}-\d{2}(-preview|-alpha|-beta|-rc|-privatepreview)?$/;

/**
 * Refuses a request without an API version, or with one that the type does not have.
 *
 * @throws RestRefusal 400 with Azure's code.
 */
export function checkApiVersion(version: string | null, armType: string): void {
  if (version === null || version === "") {
    throw new RestRefusal(
      400,
      "MissingApiVersionParameter",
      "The api-version query parameter (?api-version=) is required for all requests.",
    );
  }
  const known = apiVersionsOf(armType);
  if (!FORM.test(version.toLowerCase())) {
    throw new RestRefusal(
      400,
      "InvalidApiVersionParameter",
      `The api-version '${version}' is invalid. The supported versions are '${known.join(",")}'.`,
    );
  }
  if (known.length === 0 || known.includes(version.toLowerCase())) return;
  const [namespace = "", ...types] = armType.split("/");
  throw new RestRefusal(
    400,
    "NoRegisteredProviderFound",
    `No registered resource provider found for location '' and API version '${version}' for type '${types.join("/")}'. ` +
      `The supported api-versions of ${namespace} are '${known.join(", ")}'.`,
  );
}

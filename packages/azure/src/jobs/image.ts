import type { Problem } from "@ringfence/core/problems";

const REFERENCE =
  /^(?<registry>[a-z0-9][a-z0-9.-]*\.[a-z]{2,}(?::\d+)?)\/(?<repository>[a-z0-9._/-]+)(?::[\w.-]+)?@sha256:[0-9a-f]{64}$/;

const EXAMPLE = "contoso.azurecr.io/ringfence-operations@sha256:<64 hex digits>";

/** What is wrong with a container image's reference; the path is `image`. */
export function imageProblems(image: unknown): Problem[] {
  const path = "image";
  if (typeof image !== "string" || image === "")
    return [{ path, problem: `missing; the jobs' container image, pinned by its digest: ${EXAMPLE}` }];
  if (REFERENCE.test(image)) return [];
  const given = JSON.stringify(image);
  if (!image.includes("@"))
    return [{ path, problem: `${given} has no digest; a tag can be moved to other code, so pin it: ${EXAMPLE}` }];
  return [{ path, problem: `${given} is not an image reference with registry and digest: ${EXAMPLE}` }];
}

/** The registry's host name in a reference that has no problems. */
export function registryOf(image: string): string {
  return REFERENCE.exec(image)?.groups?.registry ?? "";
}

/** Whether a registry is an Azure Container Registry, which the jobs' identity can pull from without a password. */
export function isAzureRegistry(registry: string): boolean {
  return registry.endsWith(".azurecr.io");
}

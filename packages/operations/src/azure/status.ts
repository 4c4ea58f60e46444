/** The HTTP status that an SDK's error carries. */
export function statusOf(error: unknown): number | undefined {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === "number" ? status : undefined;
}

/** The service's own code for an error: `ConditionNotMet`, `SecretDisabled`. */
export function codeOf(error: unknown): string | undefined {
  const { code, details } = (error ?? {}) as { code?: unknown; details?: { errorCode?: unknown } };
  const given = details?.errorCode ?? code;
  return typeof given === "string" ? given : undefined;
}

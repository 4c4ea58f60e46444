/** What a token says of its holder; of an access token that is not a JSON web token, nothing. */
export type Claims = Readonly<Record<string, unknown>>;

/** The claims of an access token. They are not verified: the service that the token is for does that. */
export function claimsOf(token: string): Claims {
  const body = token.split(".")[1];
  if (body === undefined) return {};
  try {
    const claims: unknown = JSON.parse(Buffer.from(body, "base64url").toString("utf8"));
    return claims !== null && typeof claims === "object" ? (claims as Claims) : {};
  } catch {
    return {};
  }
}

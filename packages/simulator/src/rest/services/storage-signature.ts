/** Headers of a SharedKey signature, in its order (learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key). */
const SIGNED = [
  "content-encoding",
  "content-language",
  "content-length",
  "content-md5",
  "content-type",
  "date",
  "if-modified-since",
  "if-match",
  "if-none-match",
  "if-unmodified-since",
  "range",
];

/** What of a request to Azure Storage is signed. */
export interface SignedRequest {
  method: string;
  /** Path as it is sent, percent-encoded, without the query. */
  path: string;
  query: URLSearchParams;
  /** Headers by their names in lower case. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** The text that a SharedKey signature of a storage account is over. */
export function stringToSign({ method, path, query, headers }: SignedRequest, account: string): string {
  const value = (name: string) => {
    const given = headers[name];
    return (Array.isArray(given) ? given[0] : given) ?? "";
  };
  const standard = SIGNED.map((name) => (name === "content-length" && value(name) === "0" ? "" : value(name)));
  const own = Object.keys(headers)
    .filter((name) => name.startsWith("x-ms-"))
    .sort()
    .map((name) => `${name}:${value(name)}`);
  const parameters = [...new Set(query.keys())]
    .sort()
    .map((name) => `\n${name.toLowerCase()}:${query.getAll(name).sort().join(",")}`);
  return [method, ...standard, ...own, `/${account}${path}${parameters.join("")}`].join("\n");
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** What was sent: Event Grid writes its events in Base64 into a queue, others write them as they are. */
export function messageBody(text: string): string {
  const packed = text.trim();
  if (packed.length % 4 !== 0 || !BASE64.test(packed)) return text;
  const body = Buffer.from(packed, "base64").toString("utf8");
  return isJson(body) ? body : text;
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === "object";
  } catch {
    return false;
  }
}

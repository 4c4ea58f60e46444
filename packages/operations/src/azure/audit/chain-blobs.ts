import type { ContainerClient } from "@azure/storage-blob";
import type { PlacedLine } from "../../audit";

const PREFIX = "chain-";

/** The names of the chain's blobs, in order. */
export function chainBlobName(index: number): string {
  return `${PREFIX}${String(index).padStart(6, "0")}.jsonl`;
}

/** The blob after another one. */
export function nextBlobName(name: string): string {
  return chainBlobName(Number(name.slice(PREFIX.length, PREFIX.length + 6)) + 1);
}

/** The chain's blobs that are there, in order. */
export async function chainBlobs(container: ContainerClient): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of container.listBlobsFlat({ prefix: PREFIX })) names.push(name);
  return names.sort();
}

/** The lines of one blob, a chunk in memory at a time. */
export async function* blobLines(container: ContainerClient, name: string): AsyncIterable<PlacedLine> {
  const { readableStreamBody } = await container.getBlobClient(name).download();
  if (!readableStreamBody) return;
  let rest = "";
  let line = 0;
  // Decoded by the stream, so that a letter on the border of two chunks stays whole.
  readableStreamBody.setEncoding("utf8");
  for await (const chunk of readableStreamBody) {
    const texts = (rest + String(chunk)).split("\n");
    rest = texts.pop() ?? "";
    for (const text of texts) {
      line += 1;
      yield { at: `${name}:${line}`, text };
    }
  }
  if (rest !== "") yield { at: `${name}:${line + 1}`, text: rest };
}

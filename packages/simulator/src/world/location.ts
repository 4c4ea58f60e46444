/** Display names and short names of a location are equal. */
export function normalLocation(location: string): string {
  return location.toLowerCase().replaceAll(" ", "");
}

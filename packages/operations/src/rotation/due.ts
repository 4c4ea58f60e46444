import { ANNOUNCED_DAYS_AHEAD, DAY, type RotatedSecret } from "./rotated-secret";
import type { PublishedVersion } from "./state";

/**
 * Why a version is to be renewed now, as a sentence; undefined if it is not. By its expiry and by its age, whichever is
 * nearer: an expiry that somebody moved does not make a key younger.
 */
export function whyDue(published: PublishedVersion, secret: RotatedSecret, now: Date): string | undefined {
  const { createdOn, expiresOn } = published;
  if (expiresOn === undefined) return "the version has no expiry";
  const daysLeft = Math.floor((expiresOn.getTime() - now.getTime()) / DAY);
  if (daysLeft < ANNOUNCED_DAYS_AHEAD) return `the version expires in ${daysLeft} days`;
  const age = Math.floor((now.getTime() - createdOn.getTime()) / DAY);
  if (age >= secret.maximumAgeDays - ANNOUNCED_DAYS_AHEAD)
    return `the version is ${age} days old, of ${secret.maximumAgeDays} that it may become`;
  return undefined;
}

/** The moment from which a version is due; none for one without expiry, which always is. */
export function dueFrom(
  { createdOn, expiresOn }: PublishedVersion,
  { maximumAgeDays }: RotatedSecret,
): Date | undefined {
  if (expiresOn === undefined) return undefined;
  const ahead = ANNOUNCED_DAYS_AHEAD * DAY;
  return new Date(Math.min(expiresOn.getTime(), createdOn.getTime() + maximumAgeDays * DAY) - ahead);
}

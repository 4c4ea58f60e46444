import type { PipelinePolicy } from "@azure/core-rest-pipeline";

/**
 * Ends each try after its time, in milliseconds. The pipeline's own `timeout` does that too, but it leaves its timer
 * behind when a connection is refused or breaks, and the timer keeps the process alive for that long; and it does not
 * count the time that a body takes.
 */
export function timeLimit(milliseconds: number): PipelinePolicy {
  return {
    name: "ringfenceTimeLimit",
    sendRequest: async (request, next) => {
      const { abortSignal: asked } = request;
      const ours = new AbortController();
      const abort = () => ours.abort();
      const timer = setTimeout(abort, milliseconds);
      asked?.addEventListener("abort", abort);
      if (asked?.aborted) abort();
      request.abortSignal = ours.signal;
      try {
        return await next(request);
      } finally {
        clearTimeout(timer);
        asked?.removeEventListener("abort", abort);
        // The retry policy asks this signal whether the caller has given up; the end of one try is not that.
        request.abortSignal = asked;
      }
    },
  };
}

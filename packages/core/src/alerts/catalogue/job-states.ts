/** Microsoft does not document how the state is spelled; a value that never occurs costs nothing. */
export const failedStates = ["Failed", "failed"] as const;

/** The password of every sample account; the loader sets it, the sign-in page tells it while sample data is loaded. */
export const samplePassword = 'daicho-2026'

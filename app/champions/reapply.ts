/** After how many months an applicant may ask again, in the order they are offered. */
export const REAPPLY_MONTHS = [3, 1, 6, 12, 0] as const;

/** W18: within how many business days an appeal is answered. */
export const APPEAL_BUSINESS_DAYS = 5;

/** Which page of words fits a status; anything without words of its own is "unexpected". */
export function pageOfStatus(status: number, code?: string) {
  if (code === "cross_site") return "crossSite";
  switch (status) {
    case 400:
    case 405:
    case 415:
    case 422:
      return "badRequest";
    case 401:
    case 403:
      return "forbidden";
    case 404:
      return "notFound";
    case 409:
      return "conflict";
    case 413:
      return "tooLarge";
    case 429:
      return "tooMany";
    case 502:
    case 503:
    case 504:
      return "unavailable";
    default:
      return "unexpected";
  }
}

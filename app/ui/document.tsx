import { createContext, useContext, type ReactNode } from "react";
import type { Theme } from "./theme";

/** What the server decided for this one document; the browser reads it back from the markup. */
export interface DocumentFacts {
  theme: Theme;
  nonce: string;
  requestId: string;
}

const DocumentContext = createContext<DocumentFacts | null>(null);

export function DocumentProvider({ facts, children }: { facts: DocumentFacts; children: ReactNode }) {
  return <DocumentContext.Provider value={facts}>{children}</DocumentContext.Provider>;
}

export function useDocument(): DocumentFacts {
  const facts = useContext(DocumentContext);
  if (!facts) throw new Error("no DocumentProvider above");
  return facts;
}

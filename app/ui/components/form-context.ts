import { createContext, useContext } from "react";
import type { FormReply } from "../form-reply";

interface FormState {
  reply: FormReply | null;
  busy: boolean;
}

export const FormContext = createContext<FormState>({ reply: null, busy: false });

export const useFormBusy = (): boolean => useContext(FormContext).busy;
export const useFormReply = (): FormReply | null => useContext(FormContext).reply;

/** What a control inside a `<Field>` has to carry. */
export interface FieldState {
  id: string;
  name: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
  /** What was typed before, when the form came back. */
  typed: string | undefined;
}

export const FieldContext = createContext<FieldState | null>(null);

export function useField(): FieldState {
  const field = useContext(FieldContext);
  if (!field) throw new Error("a control needs a Field around it");
  return field;
}

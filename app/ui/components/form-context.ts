import { createContext, useContext } from "react";
import type { FormReply } from "../form-reply";

/** The button a form is being sent with. */
export interface Pressed {
  name: string | null;
  value: string | null;
}

interface FormState {
  reply: FormReply | null;
  /** Null while the form rests. */
  pressed: Pressed | null;
}

export const FormContext = createContext<FormState>({ reply: null, pressed: null });

export const usePressed = (): Pressed | null => useContext(FormContext).pressed;
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

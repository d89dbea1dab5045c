import { z } from "zod";

/** An address as somebody types it into a form. */
export const emailField = z.string().trim().max(254).pipe(z.email());

/** A first name, for greeting. */
export const firstNameField = z.string().trim().min(1).max(60);

import { Prisma } from "../../prisma/generated/client";
import type { Tx } from "~/platform/db.server";
import { columnsOf } from "~/platform/sql.server";
import type { Company } from "./company";
import type { CompanyForm } from "./company-schema";

const ID = "company";

export interface Logo {
  bytes: Uint8Array;
  type: string;
  version: string;
}

const { id: _id, logo: _logo, ...FIELDS } = Prisma.CompanyScalarFieldEnum;
const COLUMNS = columnsOf(FIELDS);

const versionOf = (updatedAt: Date) => updatedAt.getTime().toString(36);

export async function findCompany(tx: Tx): Promise<Company | null> {
  const [row] = await tx.sql.rows<Omit<Prisma.CompanyGetPayload<object>, "id" | "logo">>`select ${COLUMNS} from company where id = ${ID}`;
  if (!row) return null;
  const { logoType, updatedAt, defaultLocale, ...company } = row;
  return {
    ...company,
    configured: true,
    logoVersion: logoType === null ? null : versionOf(updatedAt),
    defaultLocale: defaultLocale === "nl" ? "nl" : "en",
  };
}

export async function findLogo(tx: Tx): Promise<Logo | null> {
  const row = await tx.company.findUnique({
    where: { id: ID },
    select: { logo: true, logoType: true, updatedAt: true },
  });
  if (!row?.logo || !row.logoType) return null;
  return { bytes: row.logo, type: row.logoType, version: versionOf(row.updatedAt) };
}

/** @param logo undefined keeps the present one, null takes it away */
export async function putCompany(
  tx: Tx,
  company: CompanyForm,
  logo: { bytes: Uint8Array<ArrayBuffer>; type: string } | null | undefined,
  now: Date,
): Promise<void> {
  const picture = logo === undefined ? {} : { logo: logo?.bytes ?? null, logoType: logo?.type ?? null };
  const data = { ...company, ...picture, updatedAt: now };
  await tx.company.upsert({ where: { id: ID }, create: { id: ID, ...data }, update: data });
}

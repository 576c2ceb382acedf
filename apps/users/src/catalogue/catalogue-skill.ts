/** A skill that people teach and learn, as it ships with the product. */
export interface CatalogueSkill {
  /** UUIDv7, fixed for ever: profiles refer to it. */
  readonly id: string;
  /** What Parley calls it, in English. */
  readonly name: string;
  /** What else people type for it, in any language and case; no word that could mean another skill. */
  readonly synonyms: readonly string[];
}

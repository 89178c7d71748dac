package app.caravel.contact.imports;

/**
 * The statement that puts one person where he belongs: a new contact, or into the one with his address. It updates nothing
 * where nothing would change. Parameters: ?1 id to ?17 time in the order of its columns, then ?18 to ?22 the
 * sources, the zone and the line, and ?23 whether the file names his company.
 */
final class MergeSql {

    private static final String OTHERS = """
            (SELECT json_group_array(DISTINCT value) FROM (SELECT value FROM json_each(contact.other_addresses)
             UNION ALL SELECT value FROM json_each(excluded.other_addresses)))""";

    private static final String OTHERS_CHANGE = "(excluded.other_addresses <> contact.other_addresses AND excluded.other_addresses <> '[]' AND contact.other_addresses <> " + OTHERS + ")";

    private static final String NAMELESS = "(contact.name IS NULL AND contact.first_name IS NULL AND contact.last_name IS NULL)";

    /** A company guessed from the domain carries the domain as its name and gives way to one that a file names. */
    private static final String COMPANYLESS = "(contact.company_id IS NULL OR EXISTS (SELECT 1 FROM company WHERE company.id = contact.company_id AND company.name = company.domain))";

    /** Old attributes win and keep their order; new ones come behind. */
    private static final String ATTRIBUTES = "json_patch(json_patch(contact.attributes, excluded.attributes), contact.attributes)";

    /** What a file says takes the place of a guess; a guess of the file's row takes no place: guesses are made anew after a merge. */
    private static final String COUNTRY_FILLED = "(excluded.country_source = 'column' AND (contact.country IS NULL OR contact.country_source IN ('phone', 'domain')))";
    private static final String LANGUAGE_FILLED = "(excluded.language_source = 'column' AND (contact.language IS NULL OR contact.language_source = 'country'))";

    private static final String FILL = """
            ON CONFLICT (address) DO UPDATE SET
                other_addresses = CASE WHEN excluded.other_addresses = '[]' THEN contact.other_addresses ELSE %2$s END,
                name = CASE WHEN %3$s THEN excluded.name ELSE contact.name END,
                first_name = CASE WHEN %3$s THEN excluded.first_name ELSE contact.first_name END,
                last_name = CASE WHEN %3$s THEN excluded.last_name ELSE contact.last_name END,
                salutation = CASE WHEN %3$s THEN coalesce(contact.salutation, excluded.salutation) ELSE contact.salutation END,
                company_id = CASE WHEN %4$s THEN coalesce(excluded.company_id, contact.company_id) ELSE contact.company_id END,
                role = coalesce(contact.role, excluded.role),
                country = CASE WHEN %7$s THEN excluded.country ELSE contact.country END,
                country_source = CASE WHEN %7$s THEN 'column' ELSE contact.country_source END,
                city = coalesce(contact.city, excluded.city),
                phone = coalesce(contact.phone, excluded.phone),
                language = CASE WHEN %8$s THEN excluded.language ELSE contact.language END,
                language_source = CASE WHEN %8$s THEN 'column' ELSE contact.language_source END,
                derived = 0,
                attributes = %1$s,
                changed_at = excluded.changed_at
            WHERE %6$s ((%3$s AND coalesce(excluded.name, excluded.first_name, excluded.last_name) IS NOT NULL)
               OR (excluded.company_id IS NOT contact.company_id AND excluded.company_id IS NOT NULL AND %4$s)
               OR (contact.role IS NULL AND excluded.role IS NOT NULL)
               OR %7$s
               OR (contact.city IS NULL AND excluded.city IS NOT NULL)
               OR (contact.phone IS NULL AND excluded.phone IS NOT NULL)
               OR %8$s
               OR %5$s
               OR (excluded.attributes <> contact.attributes AND %1$s <> contact.attributes))""";

    /** A name is one thing, taken as a whole; but the given name alone does not take the family name away, nor an undivided name its parts. */
    private static final String NAMED = """
            (coalesce(excluded.name, excluded.first_name, excluded.last_name) IS NOT NULL AND NOT (excluded.last_name IS NULL AND
             (excluded.first_name IS NULL AND excluded.name IS contact.name OR excluded.first_name IS NOT NULL AND excluded.first_name IS contact.first_name)))""";

    /** A salutation of the old family name goes with it. */
    private static final String SALUTATION = "CASE WHEN excluded.salutation IS NULL AND %s AND excluded.last_name IS NOT contact.last_name THEN NULL ELSE coalesce(excluded.salutation, contact.salutation) END"
            .formatted(NAMED);

    private static final String COMPANY = "CASE WHEN ?23 THEN excluded.company_id ELSE coalesce(contact.company_id, excluded.company_id) END";

    private static final String FILE_ATTRIBUTES = "json_patch(contact.attributes, excluded.attributes)";

    private static final String OVERWRITE = """
            ON CONFLICT (address) DO UPDATE SET
                other_addresses = CASE WHEN excluded.other_addresses = '[]' THEN contact.other_addresses ELSE %1$s END,
                name = CASE WHEN %3$s THEN excluded.name ELSE contact.name END,
                first_name = CASE WHEN %3$s THEN excluded.first_name ELSE contact.first_name END,
                last_name = CASE WHEN %3$s THEN excluded.last_name ELSE contact.last_name END,
                salutation = %4$s,
                company_id = %5$s,
                role = coalesce(excluded.role, contact.role),
                country = CASE WHEN excluded.country_source = 'column' THEN excluded.country ELSE contact.country END,
                country_source = CASE WHEN excluded.country_source = 'column' THEN 'column' ELSE contact.country_source END,
                city = coalesce(excluded.city, contact.city),
                phone = coalesce(excluded.phone, contact.phone),
                language = CASE WHEN excluded.language_source = 'column' THEN excluded.language ELSE contact.language END,
                language_source = CASE WHEN excluded.language_source = 'column' THEN 'column' ELSE contact.language_source END,
                derived = 0,
                attributes = %6$s,
                changed_at = excluded.changed_at
            WHERE (%3$s AND (excluded.name IS NOT contact.name OR excluded.first_name IS NOT contact.first_name OR excluded.last_name IS NOT contact.last_name))
               OR contact.salutation IS NOT (%4$s)
               OR contact.company_id IS NOT (%5$s)
               OR excluded.role <> contact.role OR (contact.role IS NULL AND excluded.role IS NOT NULL)
               OR (excluded.country_source = 'column' AND excluded.country IS NOT contact.country)
               OR excluded.city <> contact.city OR (contact.city IS NULL AND excluded.city IS NOT NULL)
               OR excluded.phone <> contact.phone OR (contact.phone IS NULL AND excluded.phone IS NOT NULL)
               OR (excluded.language_source = 'column' AND excluded.language IS NOT contact.language)
               OR %2$s
               OR (excluded.attributes <> contact.attributes AND %6$s <> contact.attributes)"""
            .formatted(OTHERS, OTHERS_CHANGE, NAMED, SALUTATION, COMPANY, FILE_ATTRIBUTES);

    private static final String PUT = """
            INSERT INTO contact (id, address, written_address, other_addresses, name, first_name, last_name, salutation, company_id, role, country, city, phone,
                                 language, attributes, import_id, created_at, changed_at, country_source, language_source, time_zone, time_zone_source, import_line, derived)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?17, ?18, ?19, ?20, ?21, ?22, 1)
            """;

    private MergeSql() {}

    /** @param importId the import under way: who came with it is filled up by his later rows also where known people are skipped */
    static String put(MergePolicy policy, long importId) {
        return PUT + switch (policy) {
            case FILL -> filling("");
            case OVERWRITE -> OVERWRITE;
            case SKIP -> filling("contact.import_id = " + importId + " AND");
        };
    }

    private static String filling(String whom) {
        return FILL.formatted(ATTRIBUTES, OTHERS, NAMELESS, COMPANYLESS, OTHERS_CHANGE, whom, COUNTRY_FILLED, LANGUAGE_FILLED);
    }
}

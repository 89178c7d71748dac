package app.caravel.contact.imports;

/**
 * The statement that puts the people staged where they belong, each in his turn: a new contact, or into the one with his
 * address. It updates nothing where nothing would change.
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

    /** What the row says, and not its domain. */
    private static final String COMPANY = "CASE WHEN (SELECT company IS NOT NULL FROM temp.staged WHERE seq = excluded.id - %1$d) THEN excluded.company_id ELSE coalesce(contact.company_id, excluded.company_id) END";

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
            .formatted(OTHERS, OTHERS_CHANGE, NAMED, SALUTATION, COMPANY, FILE_ATTRIBUTES); // leaves %1$d

    private static final String PUT = """
            INSERT INTO contact (id, address, written_address, other_addresses, name, first_name, last_name, salutation, company_id, role, country, city, phone,
                                 language, attributes, import_id, created_at, changed_at, country_source, language_source, time_zone, time_zone_source, import_line, derived)
            SELECT %1$d + s.seq, s.address, s.written, s.others, s.name, s.first_name, s.last_name, s.salutation,
                   CASE WHEN s.company IS NOT NULL THEN (SELECT company.id FROM company WHERE company.name = s.company)
                        ELSE (SELECT company_id FROM temp.staged_domain WHERE staged_domain.domain = s.domain) END,
                   s.role, s.country, s.city, s.phone, s.language, s.attributes, %2$d, %3$d, %3$d, s.country_source, s.language_source, s.time_zone, s.time_zone_source, s.line, 1
            FROM temp.staged AS s WHERE %4$s ORDER BY s.seq
            """;

    private MergeSql() {}

    /**
     * @param before the first person staged gets the id that follows this one, where he is new
     * @param importId the import under way: who came with it is filled up by his later rows also where known people are skipped
     * @param at epoch milliseconds
     * @param whom condition over {@code staged AS s}
     */
    static String put(MergePolicy policy, long before, long importId, long at, String whom) {
        return PUT.formatted(before, importId, at, whom) + switch (policy) {
            case FILL -> filling("");
            case OVERWRITE -> OVERWRITE.formatted(before);
            case SKIP -> filling("contact.import_id = " + importId + " AND");
        };
    }

    private static String filling(String whom) {
        return FILL.formatted(ATTRIBUTES, OTHERS, NAMELESS, COMPANYLESS, OTHERS_CHANGE, whom, COUNTRY_FILLED, LANGUAGE_FILLED);
    }
}

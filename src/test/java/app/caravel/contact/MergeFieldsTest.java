package app.caravel.contact;

import java.util.LinkedHashMap;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class MergeFieldsTest {

    @Test
    void aHeaderOfAnyScriptBecomesAFieldInSnakeCase() {
        assertEquals("last_order", MergeFields.nameOf("Last order"));
        assertEquals("e_mail_2_address", MergeFields.nameOf(" E-mail 2 (Address): "));
        assertEquals("客户等级", MergeFields.nameOf("客户等级*"));
        assertEquals("größe_cm", MergeFields.nameOf("Größe [cm]"));
        assertEquals("हिन्दी", MergeFields.nameOf("हिन्दी"));
        assertEquals("abc1", MergeFields.nameOf("ＡＢＣ１"));
        assertEquals("", MergeFields.nameOf("***"));
    }

    @Test
    void theContactsOwnFieldsWinAndEmptyOnesAreAbsent() {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("Country", "Deutschland");
        attributes.put("客户等级", "A");
        attributes.put("Role", "Buyer");
        var values = new Contact(1, new EmailAddress("k.weber@nordlicht.example"), List.of(), "Katrin Weber", "Katrin", "Weber", null, "Nordlicht", null, "DE",
                null, null, null, null, attributes).mergeValues();
        assertEquals("DE", values.get("country"));
        assertEquals("A", values.get("客户等级"));
        assertEquals("Buyer", values.get("role"));
        assertEquals("Katrin", values.get("first_name"));
        assertFalse(values.containsKey("salutation"));
    }
}

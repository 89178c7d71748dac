package app.caravel.content.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import app.caravel.content.CheckFinding;
import app.caravel.content.Mend;
import app.caravel.content.wording.NameSign;

/** Names in the mail that look wrong: no reader likes to be called MUELLER, sales02 or Cedar Trading LLC. */
public final class NameLook implements Look {

    private static final List<String> NAMES = List.of("first_name", "name", "last_name", "salutation");

    private final List<String> used;
    private final Map<NameSign, List<String>> found = new EnumMap<>(NameSign.class);
    private final Map<NameSign, String> example = new EnumMap<>(NameSign.class);

    /** @param fields the merge fields that the mail uses */
    public NameLook(Set<String> fields) {
        used = NAMES.stream().filter(fields::contains).toList();
    }

    @Override
    public void at(Mail mail) {
        for (var field : used) {
            var name = mail.value(field);
            var sign = name.isEmpty() ? null : NameSign.of(name);
            if (sign != null) {
                found.computeIfAbsent(sign, _ -> new ArrayList<>()).add(mail.address());
                example.putIfAbsent(sign, name);
                return;
            }
        }
    }

    @Override
    public List<CheckFinding> findings() {
        var findings = new ArrayList<CheckFinding>();
        found.forEach((sign, people) -> {
            var name = example.getOrDefault(sign, "");
            boolean isCase = sign == NameSign.CAPITALS || sign == NameSign.LOWER_CASE;
            findings.add(CheckFinding.aboutPeople("name-" + sign.name().toLowerCase(Locale.ROOT).replace('_', '-'), people, "name", name)
                    .at(name).mendedBy(isCase ? new Mend.Names() : new Mend.Nothing()));
        });
        return findings;
    }
}

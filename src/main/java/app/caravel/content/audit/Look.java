package app.caravel.content.audit;

import java.util.List;
import java.util.Map;

import app.caravel.content.CheckFinding;
import app.caravel.content.Rendered;

/** Something that every mail is looked at for. One thread feeds it. */
public interface Look {

    /**
     * One recipient's mail.
     *
     * @param address canonical
     * @param values his merge values
     */
    record Mail(String address, Map<String, Object> values, Rendered rendered) {

        /** A merge value, stripped; empty where he has none. */
        public String value(String field) {
            var value = values.get(field);
            return value == null ? "" : value.toString().strip();
        }
    }

    void at(Mail mail);

    /** What was found so far. */
    List<CheckFinding> findings();
}

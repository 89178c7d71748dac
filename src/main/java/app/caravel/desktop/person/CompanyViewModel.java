package app.caravel.desktop.person;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.Company;
import app.caravel.contact.Fact;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.evidence.EvidenceListener;
import app.caravel.evidence.ViewedEvent;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.report.CompanyPeople.Person;
import app.caravel.workspace.Workspace;

/** What a company's page shows and can do. */
final class CompanyViewModel implements EvidenceListener {

    /** More than these stand in the table of contacts. */
    static final int SHOWN = 60;

    /** A company with its people, the first of them by name. */
    record Card(Company company, List<Person> people) {}

    final Undoable undoable;
    private final Workspace workspace;
    private final Background background;
    private final Load<Optional<Card>> card;
    private long company;

    CompanyViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
        this.card = new Load<>(background);
        this.undoable = new Undoable(background, this::changed);
        workspace.evidence().sync().listen(this);
    }

    Load<Optional<Card>> card() {
        return card;
    }

    long company() {
        return company;
    }

    void open(long id) {
        if (id != company) {
            company = id;
            undoable.forget();
            card.clear();
        }
        changed();
    }

    void changed() {
        long id = company;
        card.from(() -> workspace.companies().find(id)
                .map(found -> new Card(found, workspace.companyPeople().of(id, workspace.clock().instant().minus(PersonViewModel.LATELY), SHOWN))));
    }

    void rename(String name, Runnable then, Consumer<Reason> failed) {
        long id = company;
        background.run(() -> workspace.companies().rename(id, name), before -> {
            before.filter(was -> !was.equals(name.strip())).ifPresent(was -> undoable.did(Reason.of("company.renamed"), () -> workspace.companies().rename(id, was)));
            then.run();
            changed();
        }, failed);
    }

    /** Gives its people to the company of this name, which stays. */
    void mergeInto(String name, LongConsumer then, Consumer<Reason> failed) {
        long id = company;
        background.run(() -> {
            var stays = workspace.companies().find(name).orElseThrow(() -> Problem.of("company.none-of-name", "company", name)).id();
            return new Merged(stays, workspace.companyMerges().merge(stays, List.of(id)));
        }, merged -> {
            then.accept(merged.stays());
            undoable.did(Reason.of("company.merged", "company", name), () -> workspace.companyMerges().undo(merged.merge()));
        }, failed);
    }

    private record Merged(long stays, long merge) {}

    void setCountry(@Nullable String code, Runnable then, Consumer<Reason> failed) {
        long id = company;
        background.run(() -> Optional.ofNullable(workspace.companies().setCountry(id, code)), before -> {
            undoable.did(Reason.of("company.country-changed"), () -> workspace.companies().setCountry(id, before.orElse(null)));
            then.run();
            changed();
        }, failed);
    }

    /** Moves one of its people to the company of this name, made where there is none. */
    void move(Person person, String name) {
        if (name.isBlank()) {
            return;
        }
        background.run(() -> workspace.edits().set(person.id(), Fact.COMPANY, name), edit -> {
            edit.ifPresent(each -> undoable.did(Reason.of("company.moved", "name", person.shownName(), "company", name.strip()), () -> workspace.edits().takeBack(each)));
            changed();
        });
    }

    @Override
    public void arrived(List<ViewedEvent> arrived) {
        look(arrived);
    }

    @Override
    public void judged(List<ViewedEvent> judged) {
        look(judged);
    }

    private void look(List<ViewedEvent> signs) {
        background.onScreen(() -> {
            var known = card.value();
            if (known != null && known.isPresent() && signs.stream().anyMatch(sign -> known.get().people().stream().anyMatch(person -> person.id() == sign.contactId()))) {
                changed();
            }
        });
    }
}

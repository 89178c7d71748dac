package app.caravel.desktop.accounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

import app.caravel.account.health.DomainHealth;
import app.caravel.desktop.accounts.AccountsViewModel.Card;
import app.caravel.desktop.kit.Ui;

/** The accounts under their domains: what is true of a domain stands once. Servers on this computer have none that counts. */
final class DomainGroups extends VBox {

    /** @param grid lays cards out */
    DomainGroups(Ui ui, DomainsModel model, List<Card> cards, Function<List<Card>, Node> grid) {
        super(24);
        var groups = cards.stream().collect(Collectors.groupingBy(card -> DomainHealth.domainOf(card.account().fromAddress()), LinkedHashMap::new, Collectors.toList()));
        var looked = groups.entrySet().stream().filter(group -> group.getValue().stream().anyMatch(card -> !card.account().isLoopback())).map(java.util.Map.Entry::getKey).toList();
        model.show(looked);
        groups.forEach((domain, own) -> {
            var group = new VBox(12);
            if (looked.contains(domain)) {
                group.getChildren().add(new DomainRow(ui, model, domain));
            }
            group.getChildren().add(grid.apply(own));
            getChildren().add(group);
        });
    }
}

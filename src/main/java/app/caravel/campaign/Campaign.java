package app.caravel.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.caravel.content.Languages;
import app.caravel.content.Original;
import app.caravel.content.Variant;
import app.caravel.reason.Reason;

/**
 * One mail sent to one audience, in one language or in several.
 *
 * @param accountId the account it leaves by, null while none is chosen
 * @param text the plain text, null where it is made from the HTML
 * @param original what the HTML is made from
 * @param activeMillis time spent sending, all runs together
 * @param problem why it stopped by itself, null where it did not
 * @param archived whether it was put away: lists do not show it until they are asked
 * @param variants the mail in other languages; subject, HTML and text above go to everyone who reads none of them
 */
public record Campaign(
        long id,
        String name,
        CampaignState state,
        Audience audience,
        @Nullable Long accountId,
        String subject,
        String html,
        @Nullable String text,
        Original original,
        boolean tracked,
        @Nullable Instant scheduledAt,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long activeMillis,
        @Nullable Reason problem,
        boolean archived,
        List<Variant> variants) {

    public Campaign {
        variants = List.copyOf(variants);
    }

    /** The same with another content, written as HTML. */
    public Campaign withContent(String newSubject, String newHtml, @Nullable String newText) {
        return withContent(newSubject, newHtml, newText, Original.HTML);
    }

    /** The same with another content, its HTML made from what was written. */
    public Campaign withContent(String newSubject, String newHtml, @Nullable String newText, Original newOriginal) {
        return new Campaign(id, name, state, audience, accountId, newSubject, newHtml, newText, newOriginal, tracked, scheduledAt, createdAt,
                changedAt, startedAt, finishedAt, activeMillis, problem, archived, variants);
    }

    /** The same to others. */
    public Campaign withAudience(Audience newAudience) {
        return new Campaign(id, name, state, newAudience, accountId, subject, html, text, original, tracked, scheduledAt, createdAt,
                changedAt, startedAt, finishedAt, activeMillis, problem, archived, variants);
    }

    /** The same by another account. */
    public Campaign withAccount(@Nullable Long newAccountId) {
        return new Campaign(id, name, state, audience, newAccountId, subject, html, text, original, tracked, scheduledAt, createdAt,
                changedAt, startedAt, finishedAt, activeMillis, problem, archived, variants);
    }

    /** The same under another name. */
    public Campaign withName(String newName) {
        return new Campaign(id, newName, state, audience, accountId, subject, html, text, original, tracked, scheduledAt, createdAt,
                changedAt, startedAt, finishedAt, activeMillis, problem, archived, variants);
    }

    /** The same in these other languages. */
    public Campaign withVariants(List<Variant> newVariants) {
        return new Campaign(id, name, state, audience, accountId, subject, html, text, original, tracked, scheduledAt, createdAt,
                changedAt, startedAt, finishedAt, activeMillis, problem, archived, newVariants);
    }

    /** The same with this content in its language, in the place of the one that was there. */
    public Campaign with(Variant variant) {
        var all = new ArrayList<>(variants);
        all.replaceAll(each -> each.language().equals(variant.language()) ? variant : each);
        if (!all.contains(variant)) {
            all.add(variant);
        }
        return withVariants(all);
    }

    /** The same without a language. */
    public Campaign without(String language) {
        return withVariants(variants.stream().filter(each -> !each.language().equals(language)).toList());
    }

    public Optional<Variant> variant(String language) {
        return variants.stream().filter(each -> each.language().equals(language)).findFirst();
    }

    /**
     * One content alone: as if there were no other. To be looked at and sent, not to be saved.
     *
     * @param language of a variant; what everyone else gets where it is null, or there is none
     */
    public Campaign in(@Nullable String language) {
        return Optional.ofNullable(language).flatMap(this::variant)
                .map(variant -> withContent(variant.subject(), variant.html(), variant.text(), variant.original())).orElse(this).withVariants(List.of());
    }

    /** Each content alone: what everyone else gets, then the variants. */
    public List<Campaign> contents() {
        var all = new ArrayList<>(List.of(in(null)));
        variants.forEach(variant -> all.add(in(variant.language())));
        return all;
    }

    /** What one reader gets, alone. */
    public Campaign forReader(@Nullable String language) {
        return in(languageFor(language));
    }

    /**
     * The variant that a reader gets; null: what everyone else gets. A mail of blocks knows its own language, and is as good
     * for its readers as a variant; what given HTML says of itself is not believed here.
     */
    public @Nullable String languageFor(@Nullable String reader) {
        if (variants.isEmpty()) {
            return null;
        }
        var written = new ArrayList<>(variants.stream().map(Variant::language).toList());
        var own = original.kind() == Original.Kind.DESIGN ? language() : null;
        if (own != null && !written.contains(own)) {
            written.add(own);
        }
        return Languages.best(written, reader).filter(best -> !best.equals(own) || variant(best).isPresent()).orElse(null);
    }

    /** The language that it says it is written in, variants aside; null where it does not. */
    public @Nullable String language() {
        return Languages.of(html);
    }
}

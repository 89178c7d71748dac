package app.caravel.product;

import java.math.BigDecimal;

/** What one piece costs from a quantity on. */
public record PriceStep(int quantity, BigDecimal price) {}

package org.concordat.api.planitem;

/** The twelve areas of the plan: labels of what an item is about, not types of item. */
public enum PlanArea {
    VISION_AND_STRATEGY, CULTURE, ROLE_CLARITY, LEADERSHIP, LOGISTICS, GOVERNANCE, INFORMATION_TECHNOLOGY,
    COMMUNICATIONS_AND_ENGAGEMENT, TRAINING_AND_SKILLS, HUMAN_RESOURCES, FINANCE, PERFORMANCE_AND_BENEFITS
}
